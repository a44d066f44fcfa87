package org.eventops.adapters.files.table;

import static org.eventops.domain.exchange.AttendeeField.COMPANY;
import static org.eventops.domain.exchange.AttendeeField.EMAIL;
import static org.eventops.domain.exchange.AttendeeField.FIRST_NAME;
import static org.eventops.domain.exchange.AttendeeField.LAST_NAME;
import static org.eventops.domain.exchange.AttendeeField.NAME;
import static org.eventops.domain.exchange.AttendeeField.NOTE;
import static org.eventops.domain.exchange.AttendeeField.ORDER_CODE;
import static org.eventops.domain.exchange.AttendeeField.PHONE;
import static org.eventops.domain.exchange.AttendeeField.PLACED;
import static org.eventops.domain.exchange.AttendeeField.POSITION;
import static org.eventops.domain.exchange.AttendeeField.PRICE;
import static org.eventops.domain.exchange.AttendeeField.PRODUCT;
import static org.eventops.domain.exchange.AttendeeField.STATUS;
import static org.eventops.domain.exchange.AttendeeField.TICKET_CODE;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eventops.domain.exchange.AttendeeField;
import org.eventops.domain.exchange.ColumnMapping;

/**
 * An attendee export of another system, by the columns it is known to write.
 *
 * @param name as the command line says it
 * @param signatures sets of headers, one of which is there whole
 * @param columns headers of each field, the better ones first
 */
record ListFormat(
        String name, List<Set<String>> signatures, Map<AttendeeField, List<String>> columns) {
    /** Order positions export, and the check-in list export, of pretix. */
    private static final ListFormat PRETIX =
            new ListFormat(
                    "pretix",
                    List.of(
                            Set.of("order code", "position id", "product"),
                            Set.of("order code", "attendee name", "product", "checked in")),
                    Map.ofEntries(
                            Map.entry(ORDER_CODE, List.of("order code")),
                            Map.entry(POSITION, List.of("position id")),
                            Map.entry(TICKET_CODE, List.of("ticket secret", "secret")),
                            Map.entry(PRODUCT, List.of("product")),
                            Map.entry(NAME, List.of("attendee name", "invoice address name")),
                            Map.entry(EMAIL, List.of("attendee email", "email", "e mail")),
                            Map.entry(PHONE, List.of("phone number")),
                            Map.entry(COMPANY, List.of("company")),
                            Map.entry(STATUS, List.of("status", "paid")),
                            Map.entry(PRICE, List.of("price")),
                            Map.entry(NOTE, List.of("order comment", "comment")),
                            Map.entry(PLACED, List.of("order date"))));

    /** Attendee report of Eventbrite, as it was and as it is now. */
    private static final ListFormat EVENTBRITE =
            new ListFormat(
                    "eventbrite",
                    List.of(
                            Set.of("order id", "ticket type", "buyer email", "event id"),
                            Set.of("order id", "attendee first name", "ticket type"),
                            Set.of("order #", "ticket type", "attendee #")),
                    Map.ofEntries(
                            Map.entry(ORDER_CODE, List.of("order id", "order #")),
                            Map.entry(
                                    TICKET_CODE,
                                    List.of(
                                            "barcode number",
                                            "barcode #",
                                            "barcode",
                                            "attendee #")),
                            Map.entry(PRODUCT, List.of("ticket type")),
                            Map.entry(FIRST_NAME, List.of("attendee first name", "first name")),
                            Map.entry(
                                    LAST_NAME,
                                    List.of("attendee last name", "last name", "surname")),
                            Map.entry(EMAIL, List.of("attendee email", "email", "buyer email")),
                            Map.entry(
                                    PHONE,
                                    List.of(
                                            "phone number",
                                            "cell phone",
                                            "work phone",
                                            "home phone")),
                            Map.entry(COMPANY, List.of("company", "attendee company")),
                            Map.entry(STATUS, List.of("attendee status", "order status")),
                            Map.entry(PRICE, List.of("ticket price", "total paid")),
                            Map.entry(PLACED, List.of("order date"))));

    /** Attendees export of Hi.Events; its QR code is the public id. */
    private static final ListFormat HI_EVENTS =
            new ListFormat(
                    "hievents",
                    List.of(
                            Set.of("public id", "short id", "product name"),
                            Set.of("public id", "short id", "ticket name")),
                    Map.ofEntries(
                            Map.entry(TICKET_CODE, List.of("public id")),
                            Map.entry(ORDER_CODE, List.of("order id", "order public id")),
                            Map.entry(PRODUCT, List.of("product name", "ticket name")),
                            Map.entry(FIRST_NAME, List.of("first name")),
                            Map.entry(LAST_NAME, List.of("last name")),
                            Map.entry(EMAIL, List.of("email")),
                            Map.entry(STATUS, List.of("status")),
                            Map.entry(NOTE, List.of("notes")),
                            Map.entry(PLACED, List.of("created date"))));

    /** Ticket export of alf.io, as it was and as it is now. */
    private static final ListFormat ALF_IO =
            new ListFormat(
                    "alfio",
                    List.of(
                            Set.of("id", "category", "reservationid", "e mail"),
                            Set.of("id", "category", "reservation id", "e mail")),
                    Map.ofEntries(
                            Map.entry(TICKET_CODE, List.of("id")),
                            Map.entry(ORDER_CODE, List.of("reservationid", "reservation id")),
                            Map.entry(PRODUCT, List.of("category")),
                            Map.entry(NAME, List.of("full name", "name")),
                            Map.entry(FIRST_NAME, List.of("first name")),
                            Map.entry(LAST_NAME, List.of("last name")),
                            Map.entry(EMAIL, List.of("e mail")),
                            Map.entry(PHONE, List.of("phone number")),
                            Map.entry(COMPANY, List.of("company")),
                            Map.entry(STATUS, List.of("status")),
                            Map.entry(PRICE, List.of("paidprice", "paid price")),
                            Map.entry(NOTE, List.of("notes")),
                            Map.entry(PLACED, List.of("creation"))));

    /** Any other list: what such columns are called in Spanish and English. */
    static final ListFormat ANY =
            new ListFormat(
                    "table",
                    List.of(),
                    Map.ofEntries(
                            Map.entry(
                                    ORDER_CODE,
                                    List.of(
                                            "order code",
                                            "order",
                                            "order id",
                                            "order #",
                                            "order number",
                                            "pedido",
                                            "codigo de pedido",
                                            "codigo del pedido",
                                            "numero de pedido",
                                            "orden",
                                            "codigo de orden",
                                            "reserva")),
                            Map.entry(
                                    TICKET_CODE,
                                    List.of(
                                            "ticket code",
                                            "code",
                                            "ticket",
                                            "barcode",
                                            "qr",
                                            "ticket id",
                                            "codigo",
                                            "codigo de boleta",
                                            "codigo de entrada",
                                            "boleta",
                                            "entrada",
                                            "qr code")),
                            Map.entry(
                                    PRODUCT,
                                    List.of(
                                            "product",
                                            "ticket type",
                                            "type",
                                            "category",
                                            "producto",
                                            "tipo",
                                            "tipo de boleta",
                                            "tipo de entrada",
                                            "categoria",
                                            "localidad")),
                            Map.entry(
                                    NAME,
                                    List.of(
                                            "name",
                                            "full name",
                                            "attendee",
                                            "attendee name",
                                            "nombre completo",
                                            "nombre y apellido",
                                            "asistente",
                                            "nombre",
                                            "nombres y apellidos",
                                            "invitado",
                                            "guest")),
                            Map.entry(FIRST_NAME, List.of("first name", "nombres", "given name")),
                            Map.entry(
                                    LAST_NAME,
                                    List.of("last name", "surname", "apellidos", "apellido")),
                            Map.entry(
                                    EMAIL,
                                    List.of(
                                            "email",
                                            "e mail",
                                            "mail",
                                            "correo",
                                            "correo electronico",
                                            "email address")),
                            Map.entry(
                                    PHONE,
                                    List.of(
                                            "phone",
                                            "phone number",
                                            "mobile",
                                            "telefono",
                                            "celular",
                                            "movil",
                                            "whatsapp")),
                            Map.entry(
                                    COMPANY,
                                    List.of(
                                            "company",
                                            "organization",
                                            "organisation",
                                            "empresa",
                                            "compania")),
                            Map.entry(
                                    STATUS,
                                    List.of(
                                            "status",
                                            "payment status",
                                            "payment",
                                            "estado",
                                            "pago",
                                            "estado de pago")),
                            Map.entry(PRICE, List.of("price", "paid", "total", "precio", "valor")),
                            Map.entry(
                                    NOTE,
                                    List.of(
                                            "note",
                                            "notes",
                                            "comment",
                                            "nota",
                                            "notas",
                                            "comentario")),
                            Map.entry(
                                    PLACED,
                                    List.of(
                                            "order date",
                                            "placed",
                                            "fecha de compra",
                                            "fecha del pedido"))));

    private static final List<ListFormat> KNOWN = List.of(PRETIX, EVENTBRITE, HI_EVENTS, ALF_IO);

    /** The format whose columns these are. */
    static ListFormat recognise(List<String> headers) {
        Set<String> folded = headers.stream().map(HeaderFold::fold).collect(Collectors.toSet());
        return KNOWN.stream()
                .filter(format -> format.signatures.stream().anyMatch(folded::containsAll))
                .findFirst()
                .orElse(ANY);
    }

    static Optional<ListFormat> named(String name) {
        return java.util.stream.Stream.concat(KNOWN.stream(), java.util.stream.Stream.of(ANY))
                .filter(format -> format.name.equals(name))
                .findFirst();
    }

    static List<String> names() {
        return List.of("pretix", "eventbrite", "hievents", "alfio", "table");
    }

    /** Which of these headers holds which field. */
    ColumnMapping mapping(List<String> headers) {
        Map<AttendeeField, String> found = new EnumMap<>(AttendeeField.class);
        columns.forEach(
                (field, names) ->
                        names.stream()
                                .flatMap(
                                        name ->
                                                headers.stream()
                                                        .filter(
                                                                h ->
                                                                        HeaderFold.fold(h)
                                                                                .equals(name)))
                                .findFirst()
                                .ifPresent(header -> found.put(field, header)));
        return new ColumnMapping(found);
    }
}
