CREATE TABLE "juror_presence" (
	"session_id" text NOT NULL,
	"juror_id" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"waiting" integer NOT NULL,
	CONSTRAINT "juror_presence_session_id_juror_id_pk" PRIMARY KEY("session_id","juror_id")
);
--> statement-breakpoint
ALTER TABLE "juror_presence" ADD CONSTRAINT "juror_presence_session_id_certification_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."certification_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "juror_presence" ADD CONSTRAINT "juror_presence_juror_id_auth_user_id_fk" FOREIGN KEY ("juror_id") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;