package org.eventops.domain.badge;

/**
 * A drawn badge.
 *
 * @param argb its points, row by row; the maker hands it over
 */
@SuppressWarnings("ArrayRecordComponent") // half a million points that nobody compares
public record BadgePicture(int width, int height, int[] argb) {}
