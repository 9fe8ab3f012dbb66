-- What a closed paper held is said once.
CREATE TRIGGER closed_paper_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "closed_paper" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
