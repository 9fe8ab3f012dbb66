-- What a manager wrote for the renewal is kept as it was written: another saving is another version.
CREATE TRIGGER renewal_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "renewal_version" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
