ALTER TABLE "certificate" ADD COLUMN "erasure_asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "certificate" ADD COLUMN "erased_at" timestamp (3) with time zone;