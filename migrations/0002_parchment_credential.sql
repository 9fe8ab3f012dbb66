CREATE TABLE "credential" (
	"number" text PRIMARY KEY NOT NULL,
	"list" integer NOT NULL,
	"place" integer NOT NULL,
	"content" text NOT NULL,
	"jwt" text NOT NULL,
	CONSTRAINT "credential_place" UNIQUE("list","place")
);
--> statement-breakpoint
ALTER TABLE "certificate" ADD COLUMN "suspended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "certificate" ADD COLUMN "suspension_reason" text;--> statement-breakpoint
ALTER TABLE "certificate" ADD COLUMN "shares_name" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "certificate" ADD COLUMN "shares_date" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "certificate" ADD COLUMN "shares_results" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_number_certificate_number_fk" FOREIGN KEY ("number") REFERENCES "public"."certificate"("number") ON DELETE no action ON UPDATE no action;