-- What a control visit found is not rewritten: another visit says what changed.
CREATE TRIGGER centre_visit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "centre_visit" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
