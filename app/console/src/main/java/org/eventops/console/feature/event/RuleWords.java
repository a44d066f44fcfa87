package org.eventops.console.feature.event;

import java.time.ZoneId;
import org.eventops.domain.door.rule.RuleNames;

/** Says a list's rule as a sentence, in the window's language. */
@FunctionalInterface
public interface RuleWords {
    /**
     * @param rule JsonLogic as text
     */
    String say(String rule, RuleNames names, ZoneId zone);
}
