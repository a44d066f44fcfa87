package org.eventops.sync.run;

/**
 * Brings the hub's word that there is something to fetch. Only a hint: what is lost is found by the
 * next poll.
 */
public interface Wakeups extends AutoCloseable {
    /**
     * Begins; must return at once, and keeps trying by itself while the hub cannot be reached.
     *
     * @param poked called from any thread
     */
    void start(Runnable poked);

    /**
     * What listens never takes the place of what works: a hub may have room for one session of this
     * device only. Returns at once; on any thread.
     *
     * @param hubIsFull whether the exchange itself was not let in for lack of room; listening ends,
     *     and begins again only when this is false again
     */
    void giveWay(boolean hubIsFull);

    @Override
    void close();

    /** None: the console only polls. */
    static Wakeups none() {
        return new Wakeups() {
            @Override
            public void start(Runnable poked) {
                // nothing will come
            }

            @Override
            public void giveWay(boolean hubIsFull) {
                // it has no place to give
            }

            @Override
            public void close() {
                // nothing was begun
            }
        };
    }
}
