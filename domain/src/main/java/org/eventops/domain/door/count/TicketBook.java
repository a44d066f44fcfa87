package org.eventops.domain.door.count;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eventops.domain.door.count.TicketGroup.Standing;

/**
 * The tickets of an event under small numbers, each in its group. A number stays with its ticket.
 */
public final class TicketBook {
    private static final int GONE = 0;
    private static final int FIRST = 1024;

    private final TicketNumbers numbers;
    private final List<TicketGroup> groups = new ArrayList<>();
    private final List<BitSet> members = new ArrayList<>();
    private final Map<TicketGroup, Integer> groupNumbers = new HashMap<>();
    private int[] groupOf = new int[FIRST];

    public TicketBook() {
        this(new TicketNumbers());
    }

    private TicketBook(TicketNumbers numbers) {
        this.numbers = numbers;
        groupNumber(TicketGroup.GONE);
    }

    /** Before all tickets are read again: who is not put from now on is gone. */
    void forget() {
        Arrays.fill(groupOf, GONE);
        members.forEach(BitSet::clear);
        members.get(GONE).set(0, numbers.size());
    }

    /** A ticket as it is now. */
    public void put(UUID ticket, TicketGroup group) {
        int number = number(ticket);
        int now = groupNumber(group);
        members.get(groupOf[number]).clear(number);
        members.get(now).set(number);
        groupOf[number] = now;
    }

    /** A new ticket is gone until it is put. */
    int number(UUID ticket) {
        int known = numbers.size();
        int number = numbers.of(ticket);
        if (number == known) {
            members.get(GONE).set(number);
        }
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
        members.add(new BitSet());
        return groups.size() - 1;
    }

    List<TicketGroup> groups() {
        return groups;
    }

    /** The numbers of the tickets of a group, in the order of {@link #groups}. */
    BitSet members(int group) {
        return members.get(group);
    }

    void write(DataOutput out) throws IOException {
        numbers.write(out);
        Packed.write(out, groupOf, groupOf.length);
        out.writeInt(groups.size());
        for (int i = 0; i < groups.size(); i++) {
            TicketGroup group = groups.get(i);
            out.writeUTF(group.product());
            out.writeBoolean(group.date() != null);
            out.writeUTF(group.date() == null ? "" : group.date());
            out.writeUTF(group.standing().name());
            Packed.write(out, members.get(i));
        }
    }

    static TicketBook read(DataInput in) throws IOException {
        TicketBook book = new TicketBook(TicketNumbers.read(in));
        book.groupOf = Packed.ints(in);
        int groups = in.readInt();
        for (int i = 0; i < groups; i++) {
            String product = in.readUTF();
            boolean dated = in.readBoolean();
            String date = in.readUTF();
            Standing standing = Standing.valueOf(in.readUTF());
            int number = book.groupNumber(new TicketGroup(product, dated ? date : null, standing));
            book.members.get(number).or(Packed.bits(in));
        }
        return book;
    }
}
