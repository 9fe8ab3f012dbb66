CREATE TABLE "body_contact" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"post" text NOT NULL,
	"email" text NOT NULL,
	"address" text NOT NULL,
	"appeal_days" integer NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
