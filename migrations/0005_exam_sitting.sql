CREATE TABLE "answer_edit" (
	"sitting_id" text NOT NULL,
	"place" integer NOT NULL,
	"writer" text NOT NULL,
	"seq" integer NOT NULL,
	"field" text NOT NULL,
	"at" integer NOT NULL,
	"position" integer NOT NULL,
	"removed" integer NOT NULL,
	"inserted" text NOT NULL,
	"origin" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answer_edit_sitting_id_place_pk" PRIMARY KEY("sitting_id","place"),
	CONSTRAINT "answer_edit_once" UNIQUE("sitting_id","writer","seq")
);
--> statement-breakpoint
CREATE TABLE "exam_opening" (
	"session_id" text PRIMARY KEY NOT NULL,
	"sealed_seed" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_code" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"code" text,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"issued_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sitting_event" (
	"sitting_id" text NOT NULL,
	"place" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"fact" jsonb NOT NULL,
	CONSTRAINT "sitting_event_sitting_id_place_pk" PRIMARY KEY("sitting_id","place")
);
--> statement-breakpoint
CREATE TABLE "subject" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"assessment" text NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"status" text NOT NULL,
	"lifecycle" jsonb NOT NULL,
	"author_id" text,
	"reviewer_id" text,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "subject_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "subject_draw" (
	"enrolment_id" text NOT NULL,
	"assessment" text NOT NULL,
	"subject_id" text NOT NULL,
	"subject_version" integer NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "subject_draw_enrolment_id_assessment_pk" PRIMARY KEY("enrolment_id","assessment")
);
--> statement-breakpoint
ALTER TABLE "answer_edit" ADD CONSTRAINT "answer_edit_sitting_id_sitting_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sitting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_opening" ADD CONSTRAINT "exam_opening_session_id_certification_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."certification_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_opening" ADD CONSTRAINT "exam_opening_opened_by_auth_user_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_code" ADD CONSTRAINT "session_code_session_id_certification_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."certification_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_code" ADD CONSTRAINT "session_code_issued_by_auth_user_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitting_event" ADD CONSTRAINT "sitting_event_sitting_id_sitting_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sitting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitting_event" ADD CONSTRAINT "sitting_event_by_auth_user_id_fk" FOREIGN KEY ("by") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subject" ADD CONSTRAINT "subject_author_id_auth_user_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subject" ADD CONSTRAINT "subject_reviewer_id_auth_user_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subject_draw" ADD CONSTRAINT "subject_draw_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subject_draw" ADD CONSTRAINT "subject_draw_subject_id_subject_version_subject_id_version_fk" FOREIGN KEY ("subject_id","subject_version") REFERENCES "public"."subject"("id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_code_session" ON "session_code" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "subject_draw_subject" ON "subject_draw" USING btree ("subject_id");