package org.eventops.sync.engine;

/** Opens connections to the one hub this store belongs to. */
public interface Connector {
    /**
     * A connection that nothing was asked of yet.
     *
     * @throws HubProblem if there is none now
     */
    Hub connect() throws HubProblem;
}
