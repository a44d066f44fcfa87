package org.eventops.domain.ticketing;

/** What an organizer may change of a ticket; a blank text means unknown. */
public record TicketChange(
        String name, String email, String phone, String company, String note, TicketFlags flags) {

    /**
     * @param attention the door must look twice
     * @param blocked nobody comes in with it
     */
    public record TicketFlags(boolean attention, boolean blocked) {}
}
