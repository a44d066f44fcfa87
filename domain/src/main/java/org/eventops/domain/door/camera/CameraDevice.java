package org.eventops.domain.door.camera;

/**
 * A camera of this machine.
 *
 * @param source by which it is opened, such as {@code camera:0}
 * @param name as the system calls it; empty where it has none
 */
public record CameraDevice(String source, String name) {}
