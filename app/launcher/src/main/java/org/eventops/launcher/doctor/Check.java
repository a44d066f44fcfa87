package org.eventops.launcher.doctor;

/**
 * One answer of the doctor.
 *
 * @param name short and the same in every language, for scripts
 * @param ok whether the door can open as far as this goes
 * @param detail what was found, and what to do where it is not well
 */
public record Check(String name, boolean ok, String detail) {}
