CREATE TABLE "auth_spent_code" (
	"user_id" text NOT NULL,
	"code" text NOT NULL,
	"spent_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "auth_spent_code_user_id_code_pk" PRIMARY KEY("user_id","code")
);
--> statement-breakpoint
ALTER TABLE "auth_spent_code" ADD CONSTRAINT "auth_spent_code_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;