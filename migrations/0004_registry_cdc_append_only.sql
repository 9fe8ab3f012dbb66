-- What was told to the Caisse des Dépôts, and what it answered, is never changed in place.
CREATE TRIGGER cdc_batch_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "cdc_batch" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER cdc_transmission_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "cdc_transmission" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER cdc_receipt_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "cdc_receipt" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER cdc_answer_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "cdc_answer" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
