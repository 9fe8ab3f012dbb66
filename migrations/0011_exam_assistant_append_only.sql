-- What was asked and answered, and what failed, is kept as it was.
CREATE TRIGGER assistant_instructions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "assistant_instructions" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER assistant_question_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "assistant_question" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER assistant_answer_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "assistant_answer" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER assistant_incident_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "assistant_incident" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
