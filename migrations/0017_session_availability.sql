ALTER TABLE "panel_member" ADD COLUMN "available_from" text;--> statement-breakpoint
ALTER TABLE "panel_member" ADD COLUMN "available_until" text;