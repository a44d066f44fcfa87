package org.eventops.domain.access;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A port that asks before each call whether whoever works here may make it. Of what it answers, it
 * leaves out the events that may not be seen.
 */
public final class Guard {
    private static final ClassValue<Map<Method, Optional<Needs>>> RULES =
            new ClassValue<>() {
                @Override
                protected Map<Method, Optional<Needs>> computeValue(Class<?> port) {
                    return rules(port);
                }
            };

    private static final @Nullable Object[] NOTHING = {};

    private final Object real;
    private final Access access;
    private final Map<Method, Optional<Needs>> rules;

    private Guard(Object real, Access access, Map<Method, Optional<Needs>> rules) {
        this.real = real;
        this.access = access;
        this.rules = rules;
    }

    /**
     * @param port an interface each method of which has {@link Needs} or {@link ForAll}
     * @throws IllegalArgumentException if one has neither
     */
    public static <T> T over(Class<T> port, T real, Access access) {
        Guard guard = new Guard(real, access, RULES.get(port));
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (proxy, method, arguments) -> guard.call(method, arguments)));
    }

    private static Map<Method, Optional<Needs>> rules(Class<?> port) {
        Map<Method, Optional<Needs>> rules = new HashMap<>();
        for (Method method : port.getMethods()) {
            Needs needs = method.getAnnotation(Needs.class);
            if (needs == null && !method.isAnnotationPresent(ForAll.class)) {
                throw new IllegalArgumentException("who may call is not said: " + method);
            }
            rules.put(method, Optional.ofNullable(needs));
        }
        return rules;
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Optional<Needs> needs = rules.getOrDefault(method, Optional.empty());
        needs.ifPresent(each -> check(each, arguments));
        try {
            Object answer = method.invoke(real, arguments);
            return needs.isPresent() ? permitted(needs.get(), answer) : answer;
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNullElse(e.getCause(), e);
        }
    }

    private void check(Needs needs, @Nullable Object @Nullable [] arguments) {
        if (needs.wide()) {
            access.need(needs.value());
            return;
        }
        for (Object argument : arguments == null ? NOTHING : arguments) {
            if (argument instanceof OfEvent event) {
                access.need(needs.value(), event);
                return;
            }
        }
        access.needAnywhere(needs.value());
    }

    private @Nullable Object permitted(Needs needs, @Nullable Object answer) {
        if (access.may(needs.value())) {
            return answer;
        }
        if (answer instanceof List<?> all) {
            return all.stream().filter(each -> permits(needs, each)).toList();
        }
        return answer instanceof Optional<?> one
                ? one.filter(each -> permits(needs, each))
                : answer;
    }

    private boolean permits(Needs needs, Object thing) {
        return !(thing instanceof OfEvent event) || access.may(needs.value(), event);
    }
}
