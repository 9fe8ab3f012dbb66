-- What people marked, decided and signed is never changed in place: the database itself refuses.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Table % is append-only: a correction is a new row', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger_entry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER observation_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "observation" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER hand_in_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "hand_in" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER panel_decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "panel_decision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER minutes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "minutes" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER minutes_signature_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "minutes_signature" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER referential_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "referential_version" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
