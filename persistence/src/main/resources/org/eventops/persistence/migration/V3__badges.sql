-- One layout for each event; its picture as Base64.
CREATE TABLE badge_layout (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL,
    width DECIMAL(6, 1) NOT NULL, height DECIMAL(6, 1) NOT NULL,
    elements VARCHAR(1000000) NOT NULL, logo VARCHAR(1000000),
    CONSTRAINT badge_layout_scope UNIQUE (tenant, scope)
);
-- Written before the printer is asked; "ended" is set when it has answered, and never if the program
-- was ended in between.
CREATE TABLE badge_print (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL, ticket_id UUID NOT NULL,
    copy INTEGER NOT NULL, at TIMESTAMP(6) WITH TIME ZONE NOT NULL, device VARCHAR(1000),
    operator VARCHAR(1000), ended TIMESTAMP(6) WITH TIME ZONE, problem VARCHAR(30),
    detail VARCHAR(1000)
);
CREATE INDEX badge_print_ticket ON badge_print (ticket_id);
CREATE INDEX badge_print_scope ON badge_print (scope, at);

CREATE TRIGGER capture_badge_layout AFTER INSERT, UPDATE, DELETE ON badge_layout FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
CREATE TRIGGER capture_badge_print AFTER INSERT, UPDATE, DELETE ON badge_print FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
