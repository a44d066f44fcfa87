package org.eventops.domain.unlock;

/** What became of opening a store without a password, by what the system's key store keeps. */
public sealed interface ComputerOutcome {
    /**
     * @param name of whom one works as
     */
    record Opened(String name, StoreKey key) implements ComputerOutcome {}

    /** Why it did not open; a password still does. */
    enum Problem implements ComputerOutcome {
        /** Nobody has said that this computer may. */
        NOT_ALLOWED,
        /** It has no key store that we can ask, or nobody is logged in to it. */
        ABSENT,
        LOCKED,
        /** The key store holds nothing of this store: it was emptied, or is another computer's. */
        EMPTY,
        SILENT,
        /** What the key store holds, or what lies beside the store, has been changed. */
        OTHER_SECRET,
        /** The person for whom it opened has no password here any more. */
        NO_PASSWORD,
        /** As what they are in the organisation they do nothing at a console. */
        NO_WORK,
        /** Something other than this program has changed who may open the store, or how. */
        TAMPERED;

        static Problem of(KeyStoreProblem why) {
            return switch (why) {
                case ABSENT -> ABSENT;
                case LOCKED -> LOCKED;
                case EMPTY -> EMPTY;
                case SILENT -> SILENT;
            };
        }
    }
}
