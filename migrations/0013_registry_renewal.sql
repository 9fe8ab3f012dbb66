CREATE TABLE "renewal_version" (
	"version" integer PRIMARY KEY NOT NULL,
	"from_year" integer NOT NULL,
	"until_year" integer NOT NULL,
	"texts" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "renewal_version" ADD CONSTRAINT "renewal_version_saved_by_auth_user_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;