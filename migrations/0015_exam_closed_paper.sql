CREATE TABLE "closed_paper" (
	"sitting_id" text NOT NULL,
	"facts" integer NOT NULL,
	"up_to" integer NOT NULL,
	"answer" text NOT NULL,
	"trail" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "closed_paper_sitting_id_facts_pk" PRIMARY KEY("sitting_id","facts")
);
--> statement-breakpoint
ALTER TABLE "closed_paper" ADD CONSTRAINT "closed_paper_sitting_id_sitting_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sitting"("id") ON DELETE no action ON UPDATE no action;