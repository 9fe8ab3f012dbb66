ALTER TABLE "certification_session" ADD COLUMN "last_day" date;--> statement-breakpoint
UPDATE "certification_session" SET "last_day" = "day";--> statement-breakpoint
ALTER TABLE "certification_session" ALTER COLUMN "last_day" SET NOT NULL;
