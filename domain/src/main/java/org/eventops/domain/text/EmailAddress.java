package org.eventops.domain.text;

import java.util.regex.Pattern;

/** What an e-mail address looks like; whether it is somebody's only a message to it shows. */
public final class EmailAddress {
    public static final Pattern FORM = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");

    private EmailAddress() {}
}
