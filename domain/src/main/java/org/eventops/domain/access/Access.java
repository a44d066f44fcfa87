package org.eventops.domain.access;

import java.util.function.Supplier;

/** Who works at this console now; asked by whatever does something for them. */
public final class Access {
    private volatile Worker worker = Worker.OWNER;

    /** One for each store that is open, not one for the program. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Boolean> ownWork = ThreadLocal.withInitial(() -> false);

    public Worker worker() {
        return worker;
    }

    /** Somebody else works here from now on. */
    public void take(Worker next) {
        worker = next;
    }

    /** Work that the program does of itself, whoever sits in front of it. */
    public <T> T ownWork(Supplier<T> work) {
        boolean before = ownWork.get();
        ownWork.set(true);
        try {
            return work.get();
        } finally {
            ownWork.set(before);
        }
    }

    /** The name of who does what is done now; empty for the program's own work. */
    public String byWhom() {
        return ownWork.get() ? "" : worker.name();
    }

    /** In the whole organisation. */
    public boolean may(Permission permission) {
        return ownWork.get() || worker.may(permission);
    }

    public boolean may(Permission permission, OfEvent event) {
        return ownWork.get() || worker.may(permission, event);
    }

    /** At one event at least. */
    public boolean mayAnywhere(Permission permission) {
        return ownWork.get() || worker.mayAnywhere(permission);
    }

    /** Whether others may be made this: nobody gives what they lack themselves. */
    public boolean mayGive(Role role) {
        return role.permissions().stream().allMatch(this::may);
    }

    /** The same at one event. */
    public boolean mayGive(Role role, OfEvent event) {
        return role.permissions().stream().allMatch(each -> may(each, event));
    }

    /**
     * @throws NotPermitted unless it is permitted in the whole organisation
     */
    public void need(Permission permission) {
        check(may(permission), permission);
    }

    /**
     * @throws NotPermitted unless it is permitted at this event
     */
    public void need(Permission permission, OfEvent event) {
        check(may(permission, event), permission);
    }

    /**
     * @throws NotPermitted unless it is permitted at one event at least
     */
    public void needAnywhere(Permission permission) {
        check(mayAnywhere(permission), permission);
    }

    private static void check(boolean permitted, Permission permission) {
        if (!permitted) {
            throw new NotPermitted(permission);
        }
    }
}
