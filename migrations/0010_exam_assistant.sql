CREATE TABLE "assistant_answer" (
	"question_id" text PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"ending" jsonb NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL,
	"tokens" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assistant_incident" (
	"sitting_id" text NOT NULL,
	"question_id" text NOT NULL,
	"fault" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"minutes_lost" integer NOT NULL,
	CONSTRAINT "assistant_incident_question_id_pk" PRIMARY KEY("question_id")
);
--> statement-breakpoint
CREATE TABLE "assistant_instructions" (
	"hash" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assistant_question" (
	"id" text PRIMARY KEY NOT NULL,
	"sitting_id" text NOT NULL,
	"place" integer NOT NULL,
	"text" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"model" text NOT NULL,
	"instructions_hash" text NOT NULL,
	CONSTRAINT "assistant_question_place" UNIQUE("sitting_id","place")
);
--> statement-breakpoint
ALTER TABLE "assistant_answer" ADD CONSTRAINT "assistant_answer_question_id_assistant_question_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."assistant_question"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistant_incident" ADD CONSTRAINT "assistant_incident_sitting_id_sitting_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sitting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistant_incident" ADD CONSTRAINT "assistant_incident_question_id_assistant_question_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."assistant_question"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistant_question" ADD CONSTRAINT "assistant_question_sitting_id_sitting_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sitting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistant_question" ADD CONSTRAINT "assistant_question_asked_by_auth_user_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistant_question" ADD CONSTRAINT "assistant_question_instructions_hash_assistant_instructions_hash_fk" FOREIGN KEY ("instructions_hash") REFERENCES "public"."assistant_instructions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assistant_incident_sitting" ON "assistant_incident" USING btree ("sitting_id");