CREATE TABLE "night_run" (
	"night" date PRIMARY KEY NOT NULL,
	"claimed_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"retention" jsonb,
	"surveys" jsonb
);
