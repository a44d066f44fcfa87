package org.eventops.domain.people;

import java.util.ArrayList;
import java.util.List;
import org.eventops.domain.change.DirectTransactions;
import org.eventops.domain.unlock.FoldedName;

/** People in memory. */
class FakePeople implements PersonRepository, DirectTransactions {
    final List<Person> kept = new ArrayList<>();
    final List<StaffMember> staff = new ArrayList<>();

    @Override
    public List<Person> all() {
        return List.copyOf(kept);
    }

    @Override
    public void save(Person person) {
        int at = kept.stream().map(Person::name).toList().indexOf(person.name());
        if (at < 0) {
            kept.add(person);
        } else {
            kept.set(at, person);
        }
    }

    @Override
    public List<StaffMember> staff() {
        return List.copyOf(staff);
    }

    @Override
    public void assign(StaffMember member) {
        release(member);
        staff.add(member);
    }

    @Override
    public void release(StaffMember member) {
        staff.removeIf(
                each ->
                        each.event().equals(member.event())
                                && FoldedName.isSame(each.name(), member.name()));
    }
}
