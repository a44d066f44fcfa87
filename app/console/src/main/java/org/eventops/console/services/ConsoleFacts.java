package org.eventops.console.services;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.eventops.resources.Texts;

/**
 * Where and when this console runs.
 *
 * @param lidShut whether the computer's lid is shut now, where it has one that tells
 * @param storePlace folder of the store, as a person would look for it
 * @param opening what opening the store found, as a sentence; the empty text when all was well
 * @param person who works here
 */
public record ConsoleFacts(
        Clock clock,
        BooleanSupplier lidShut,
        String storePlace,
        Function<Texts, String> opening,
        String person) {}
