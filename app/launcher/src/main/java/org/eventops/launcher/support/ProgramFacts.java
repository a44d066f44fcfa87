package org.eventops.launcher.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which program runs on what. */
final class ProgramFacts {
    private static final List<String> PROPERTIES =
            List.of(
                    "java.version",
                    "java.vendor",
                    "java.vm.name",
                    "os.name",
                    "os.version",
                    "os.arch",
                    "file.encoding",
                    "javafx.version");

    private ProgramFacts() {}

    static Map<String, Object> all() {
        Map<String, Object> facts = new LinkedHashMap<>();
        String version = ProgramFacts.class.getPackage().getImplementationVersion();
        facts.put("program", version == null ? "development" : version);
        PROPERTIES.forEach(name -> facts.put(name, System.getProperty(name, "")));
        Runtime runtime = Runtime.getRuntime();
        facts.put("processors", runtime.availableProcessors());
        facts.put("memoryMax", runtime.maxMemory());
        facts.put("memoryUsed", runtime.totalMemory() - runtime.freeMemory());
        return facts;
    }
}
