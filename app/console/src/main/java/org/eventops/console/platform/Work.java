package org.eventops.console.platform;

import org.eventops.domain.change.Progress;

/** Work done beside the drawing thread. It must not touch anything that is drawn. */
@FunctionalInterface
public interface Work<T> {
    /**
     * @param progress told how far the work is; asked whether it is still wanted
     * @throws Exception whatever goes wrong; it reaches the job's error handlers
     */
    T run(Progress progress) throws Exception;
}
