package org.eventops.persistence.people;

import java.util.List;
import org.eventops.domain.access.Role;
import org.eventops.domain.event.EventId;
import org.eventops.domain.people.Person;
import org.eventops.domain.people.PersonRepository;
import org.eventops.domain.people.StaffMember;
import org.eventops.domain.unlock.FoldedName;
import org.eventops.persistence.hibernate.CanonicalRows;
import org.eventops.persistence.hibernate.HibernateTransactions;
import org.eventops.persistence.hibernate.RowMapping;
import org.eventops.persistence.hibernate.RowStamp;
import org.eventops.persistence.hibernate.ScopedRows;

/** People in H2, of the organisation and of single events. */
public final class HibernatePersonRepository implements PersonRepository {
    private static final RowMapping<PersonEntity, Person> PERSON =
            new RowMapping<>(
                    PersonEntity.class,
                    PersonEntity::new,
                    row -> new Person(row.name, Role.valueOf(row.role), row.email),
                    HibernatePersonRepository::put,
                    Person::name);

    private static final RowMapping<StaffEntity, StaffMember> STAFF =
            new RowMapping<>(
                    StaffEntity.class,
                    StaffEntity::new,
                    HibernatePersonRepository::member,
                    HibernatePersonRepository::put,
                    StaffMember::name);

    private final HibernateTransactions transactions;
    private final RowStamp stamp;
    private final ScopedRows<PersonEntity, Person> people;
    private final ScopedRows<StaffEntity, StaffMember> staff;

    public HibernatePersonRepository(HibernateTransactions transactions, RowStamp stamp) {
        this.transactions = transactions;
        this.stamp = stamp;
        this.staff = new ScopedRows<>(transactions, stamp, STAFF);
        this.people = new ScopedRows<>(transactions, stamp, PERSON);
    }

    /** What Hibernate has to know of. */
    public static List<Class<?>> entities() {
        return List.of(PersonEntity.class, StaffEntity.class);
    }

    @Override
    public List<Person> all() {
        return people.values(stamp.tenant());
    }

    @Override
    public void save(Person person) {
        people.save(stamp.tenant(), person);
    }

    @Override
    public List<StaffMember> staff() {
        return transactions
                .session()
                .createNativeQuery("SELECT * FROM staff ORDER BY name, scope", StaffEntity.class)
                .getResultList()
                .stream()
                .map(HibernatePersonRepository::member)
                .toList();
    }

    @Override
    public void assign(StaffMember member) {
        staff.save(member.event().value(), member);
    }

    @Override
    public void release(StaffMember member) {
        staff.rows(member.event().value()).stream()
                .filter(row -> FoldedName.isSame(row.name, member.name()))
                .forEach(transactions.session()::delete);
    }

    private static StaffMember member(StaffEntity row) {
        return new StaffMember(new EventId(row.scope), row.name, Role.valueOf(row.role));
    }

    private static void put(StaffMember member, StaffEntity row) {
        row.name = CanonicalRows.text(member.name());
        row.role = member.role().name();
    }

    private static void put(Person person, PersonEntity row) {
        row.name = CanonicalRows.text(person.name());
        row.role = person.role().name();
        row.email = CanonicalRows.orNull(person.email());
    }
}
