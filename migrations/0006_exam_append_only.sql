-- A sitting is told by what happened in it, and a text by its changes: neither is ever altered.
CREATE TRIGGER sitting_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "sitting_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER answer_edit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "answer_edit" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER subject_draw_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "subject_draw" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER exam_opening_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "exam_opening" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER session_code_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "session_code" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The content of a subject changes while it is a draft; what was sat is kept as it was sat.
CREATE FUNCTION keep_subject() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.status = 'draft' THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'Subject % is no draft: it is retired, never removed', OLD.id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.status <> 'draft' AND (NEW.content, NEW.hash, NEW.id, NEW.version, NEW.assessment)
      IS DISTINCT FROM (OLD.content, OLD.hash, OLD.id, OLD.version, OLD.assessment) THEN
    RAISE EXCEPTION 'Subject % is no draft: a correction is a new version', OLD.id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.status = 'in-use' AND NEW.status NOT IN ('in-use', 'retired')
      OR OLD.status = 'retired' AND NEW.status <> 'retired' THEN
    RAISE EXCEPTION 'Subject % has been sat: it goes back to nobody', OLD.id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER subject_kept BEFORE UPDATE OR DELETE ON "subject" FOR EACH ROW EXECUTE FUNCTION keep_subject();
