-- Words past their time go; their length, which the replay of a history needs, stays. One mark for each UTF-16 unit.
CREATE FUNCTION erased_words(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT repeat(U&'\2588', char_length(words) + char_length(regexp_replace(words, '[^\U00010000-\U0010FFFF]', '', 'g')))
$$;
--> statement-breakpoint
-- The one change that these rows accept, in a transaction that says so: the named column erased, the rest as it was.
CREATE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('parchemin.erasing', true) = 'on'
      AND to_jsonb(NEW) = to_jsonb(OLD) || jsonb_build_object(TG_ARGV[0], erased_words(to_jsonb(OLD) ->> TG_ARGV[0])) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'Table % is append-only: its words may be erased, and nothing else', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;
--> statement-breakpoint
DROP TRIGGER answer_edit_append_only ON "answer_edit";
--> statement-breakpoint
CREATE TRIGGER answer_edit_append_only BEFORE DELETE OR TRUNCATE ON "answer_edit" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER answer_edit_keep_words BEFORE UPDATE ON "answer_edit" FOR EACH ROW EXECUTE FUNCTION keep_words('inserted');
--> statement-breakpoint
DROP TRIGGER assistant_question_append_only ON "assistant_question";
--> statement-breakpoint
CREATE TRIGGER assistant_question_append_only BEFORE DELETE OR TRUNCATE ON "assistant_question" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER assistant_question_keep_words BEFORE UPDATE ON "assistant_question" FOR EACH ROW EXECUTE FUNCTION keep_words('text');
--> statement-breakpoint
DROP TRIGGER assistant_answer_append_only ON "assistant_answer";
--> statement-breakpoint
CREATE TRIGGER assistant_answer_append_only BEFORE DELETE OR TRUNCATE ON "assistant_answer" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER assistant_answer_keep_words BEFORE UPDATE ON "assistant_answer" FOR EACH ROW EXECUTE FUNCTION keep_words('text');
