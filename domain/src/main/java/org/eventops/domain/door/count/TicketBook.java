package org.eventops.domain.door.count;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eventops.domain.door.count.TicketGroup.Standing;

/**
 * The tickets of an event under small numbers, each in its group. A number stays with its ticket.
 */
public final class TicketBook {
    private static final int FIRST = 1024;

    private final TicketNumbers numbers = new TicketNumbers();
    private final List<TicketGroup> groups = new ArrayList<>();
    private final Map<TicketGroup, Integer> groupNumbers = new HashMap<>();
    private int[] groupOf = new int[FIRST];

    public TicketBook() {
        groupNumber(TicketGroup.GONE);
    }

    /** Before all tickets are read again: who is not put from now on is gone. */
    void forget() {
        Arrays.fill(groupOf, 0);
    }

    /** A ticket as it is now. */
    public void put(UUID ticket, TicketGroup group) {
        int number = number(ticket);
        groupOf[number] = groupNumber(group);
    }

    int number(UUID ticket) {
        return placed(numbers.of(ticket));
    }

    /** A new ticket is gone until it is put. */
    private int placed(int number) {
        if (number >= groupOf.length) {
            groupOf = Arrays.copyOf(groupOf, number * 2);
        }
        return number;
    }

    private int groupNumber(TicketGroup group) {
        Integer known = groupNumbers.get(group);
        if (known != null) {
            return known;
        }
        groupNumbers.put(group, groups.size());
        groups.add(group);
        return groups.size() - 1;
    }

    int size() {
        return numbers.size();
    }

    int groupOf(int number) {
        return groupOf[number];
    }

    List<TicketGroup> groups() {
        return groups;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(groups.size());
        for (TicketGroup group : groups) {
            out.writeUTF(group.product());
            out.writeBoolean(group.date() != null);
            out.writeUTF(group.date() == null ? "" : group.date());
            out.writeUTF(group.standing().name());
        }
        out.writeInt(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            out.writeLong(numbers.most(i));
            out.writeLong(numbers.least(i));
            out.writeInt(groupOf[i]);
        }
    }

    static TicketBook read(DataInput in) throws IOException {
        TicketBook book = new TicketBook();
        int groups = in.readInt();
        for (int i = 0; i < groups; i++) {
            String product = in.readUTF();
            boolean dated = in.readBoolean();
            String date = in.readUTF();
            Standing standing = Standing.valueOf(in.readUTF());
            book.groupNumber(new TicketGroup(product, dated ? date : null, standing));
        }
        int tickets = in.readInt();
        for (int i = 0; i < tickets; i++) {
            int number = book.placed(book.numbers.of(in.readLong(), in.readLong()));
            book.groupOf[number] = in.readInt();
        }
        return book;
    }
}
