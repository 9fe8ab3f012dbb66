CREATE TABLE "cdc_answer" (
	"id" text PRIMARY KEY NOT NULL,
	"receipt_id" text NOT NULL,
	"transmission_id" text NOT NULL,
	"accepted" boolean NOT NULL,
	CONSTRAINT "cdc_answer_once" UNIQUE("receipt_id","transmission_id")
);
--> statement-breakpoint
CREATE TABLE "cdc_batch" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"client_id" text NOT NULL,
	"contract_id" text NOT NULL,
	"certification_code" text NOT NULL,
	"passages" integer NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cdc_passage" (
	"transmission_id" text PRIMARY KEY NOT NULL,
	"passage" jsonb NOT NULL,
	"said" text
);
--> statement-breakpoint
CREATE TABLE "cdc_receipt" (
	"id" text PRIMARY KEY NOT NULL,
	"batch_id" text NOT NULL,
	"digest" text NOT NULL,
	"processing" text,
	"read_by" text NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cdc_receipt_once" UNIQUE("batch_id","digest")
);
--> statement-breakpoint
CREATE TABLE "cdc_sender" (
	"id" text PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"contract_id" text NOT NULL,
	"certification_code" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cdc_transmission" (
	"id" text PRIMARY KEY NOT NULL,
	"enrolment_id" text NOT NULL,
	"action" text NOT NULL,
	"round" integer NOT NULL,
	"batch_id" text,
	"place" integer,
	"digest" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cdc_transmission_once" UNIQUE("enrolment_id","action","round"),
	CONSTRAINT "cdc_transmission_round" UNIQUE("enrolment_id","round"),
	CONSTRAINT "cdc_transmission_place" UNIQUE("batch_id","place")
);
--> statement-breakpoint
ALTER TABLE "cdc_answer" ADD CONSTRAINT "cdc_answer_receipt_id_cdc_receipt_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."cdc_receipt"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cdc_answer" ADD CONSTRAINT "cdc_answer_transmission_id_cdc_transmission_id_fk" FOREIGN KEY ("transmission_id") REFERENCES "public"."cdc_transmission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cdc_batch" ADD CONSTRAINT "cdc_batch_session_id_certification_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."certification_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cdc_passage" ADD CONSTRAINT "cdc_passage_transmission_id_cdc_transmission_id_fk" FOREIGN KEY ("transmission_id") REFERENCES "public"."cdc_transmission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cdc_receipt" ADD CONSTRAINT "cdc_receipt_batch_id_cdc_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."cdc_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cdc_transmission" ADD CONSTRAINT "cdc_transmission_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cdc_transmission" ADD CONSTRAINT "cdc_transmission_batch_id_cdc_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."cdc_batch"("id") ON DELETE no action ON UPDATE no action;