-- One look of printed tickets for each event; its picture as Base64.
CREATE TABLE ticket_look (
    id UUID PRIMARY KEY, tenant UUID NOT NULL, scope UUID NOT NULL,
    colour VARCHAR(7) NOT NULL, logo VARCHAR(1000000),
    CONSTRAINT ticket_look_scope UNIQUE (tenant, scope)
);

CREATE TRIGGER capture_ticket_look AFTER INSERT, UPDATE, DELETE ON ticket_look FOR EACH ROW CALL "org.eventops.persistence.capture.CaptureTrigger";
