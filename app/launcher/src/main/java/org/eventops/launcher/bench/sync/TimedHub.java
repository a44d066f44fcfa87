package org.eventops.launcher.bench.sync;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import org.eventops.sync.engine.Hub;

/** A hub, with a clock that runs while one waits for its answers. */
final class TimedHub {
    private TimedHub() {}

    /**
     * @param waited nanoseconds in all
     */
    static Hub over(Hub hub, AtomicLong waited) {
        return (Hub)
                Proxy.newProxyInstance(
                        Hub.class.getClassLoader(),
                        new Class<?>[] {Hub.class},
                        (self, method, arguments) -> {
                            long begun = System.nanoTime();
                            try {
                                return method.invoke(hub, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            } finally {
                                waited.addAndGet(System.nanoTime() - begun);
                            }
                        });
    }
}
