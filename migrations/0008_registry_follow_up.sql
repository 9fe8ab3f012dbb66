CREATE TABLE "centre_suspension" (
	"id" text PRIMARY KEY NOT NULL,
	"centre_id" text NOT NULL,
	"starts_on" date NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"lifted_on" date,
	"lifted_by" text
);
--> statement-breakpoint
CREATE TABLE "centre_visit" (
	"id" text PRIMARY KEY NOT NULL,
	"centre_id" text NOT NULL,
	"day" date NOT NULL,
	"visitor" text NOT NULL,
	"conclusion" text NOT NULL,
	"findings" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_answer" (
	"invitation_id" text PRIMARY KEY NOT NULL,
	"situation" text NOT NULL,
	"luxury" text,
	"usefulness" text NOT NULL,
	"comment" text NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"enrolment_id" text NOT NULL,
	"wave" integer NOT NULL,
	"token_hash" text NOT NULL,
	"claimed_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "survey_invitation_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "survey_once" UNIQUE("enrolment_id","wave")
);
--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "enrolment" ADD COLUMN "excused" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "centre_suspension" ADD CONSTRAINT "centre_suspension_centre_id_centre_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "centre_visit" ADD CONSTRAINT "centre_visit_centre_id_centre_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_answer" ADD CONSTRAINT "survey_answer_invitation_id_survey_invitation_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."survey_invitation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_invitation" ADD CONSTRAINT "survey_invitation_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;