-- A certificate stays what was issued. Its state and its sharing change; its name and its PDF may be erased, once, in a transaction that says so.
CREATE FUNCTION keep_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changing text[] := ARRAY['revoked_at', 'revocation_reason', 'suspended_at', 'suspension_reason', 'erasure_asked_at', 'shares_name', 'shares_date', 'shares_results'];
BEGIN
  IF to_jsonb(NEW) - changing = to_jsonb(OLD) - changing THEN
    RETURN NEW;
  END IF;
  IF current_setting('parchemin.erasing', true) = 'on'
      AND OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL
      AND NEW.holder_name = 'Effacé' AND length(NEW.pdf) = 0
      AND to_jsonb(NEW) - changing - ARRAY['holder_name', 'pdf', 'erased_at']
        = to_jsonb(OLD) - changing - ARRAY['holder_name', 'pdf', 'erased_at'] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'Certificate % stays as it was issued: its name and PDF may be erased, and nothing else', OLD.number
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER certificate_keep BEFORE UPDATE ON "certificate" FOR EACH ROW EXECUTE FUNCTION keep_certificate();
--> statement-breakpoint
CREATE TRIGGER certificate_append_only BEFORE DELETE OR TRUNCATE ON "certificate" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION keep_credential() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('parchemin.erasing', true) = 'on'
      AND to_jsonb(NEW) = to_jsonb(OLD) || jsonb_build_object('content', '', 'jwt', '') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The credential of % stays as it was signed: it may be erased, and nothing else', OLD.number
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER credential_keep BEFORE UPDATE ON "credential" FOR EACH ROW EXECUTE FUNCTION keep_credential();
--> statement-breakpoint
CREATE TRIGGER credential_append_only BEFORE DELETE OR TRUNCATE ON "credential" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
