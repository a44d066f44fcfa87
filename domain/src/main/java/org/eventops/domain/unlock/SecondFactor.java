package org.eventops.domain.unlock;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A person's second factor as it lies under the store's key.
 *
 * @param secret shared with the telephone, as Base64
 * @param confirmed whether the telephone has shown a right code; only then it is asked for
 * @param spare hashes of the codes for when the telephone is lost, each good once
 */
record SecondFactor(String secret, boolean confirmed, List<String> spare) {
    static final int SPARE_CODES = 10;
    private static final int SECRET_BYTES = 20;
    private static final String PURPOSE = "second factor";
    private static final String CONFIRMED = "confirmed";
    private static final int HALF = 5;

    /** No letters or digits that look like one another. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    SecondFactor {
        spare = List.copyOf(spare);
    }

    static SecondFactor fresh(List<String> codes, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new SecondFactor(
                Base64.getEncoder().encodeToString(secret),
                false,
                codes.stream().map(SecondFactor::hash).toList());
    }

    /** Codes to be written down; as many as are kept. */
    static List<String> codes(SecureRandom random) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < SPARE_CODES; i++) {
            codes.add(half(random) + "-" + half(random));
        }
        return codes;
    }

    private static String half(SecureRandom random) {
        StringBuilder half = new StringBuilder();
        for (int i = 0; i < HALF; i++) {
            half.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return half.toString();
    }

    /**
     * @return empty if the keyring was put together by something else
     */
    static Optional<SecondFactor> open(StoreKey key, KeyHolder holder) {
        return holder.second()
                .flatMap(text -> SealedText.open(key.derive(PURPOSE), holder.name(), text))
                .map(plain -> read(new String(plain, StandardCharsets.UTF_8)));
    }

    String under(StoreKey key, String name, SecureRandom random) {
        List<String> lines = new ArrayList<>(List.of(secret, confirmed ? CONFIRMED : ""));
        lines.addAll(spare);
        byte[] plain = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return SealedText.seal(key.derive(PURPOSE), name, plain, random);
    }

    private static SecondFactor read(String written) {
        List<String> lines = List.of(written.split("\n", -1));
        return new SecondFactor(
                lines.get(0), lines.get(1).equals(CONFIRMED), lines.subList(2, lines.size()));
    }

    byte[] secretBytes() {
        return Base64.getDecoder().decode(secret);
    }

    SecondFactor confirm() {
        return new SecondFactor(secret, true, spare);
    }

    boolean hasSpare(String typed) {
        return spare.contains(hash(typed));
    }

    SecondFactor withoutSpare(String typed) {
        String used = hash(typed);
        return new SecondFactor(
                secret, confirmed, spare.stream().filter(each -> !each.equals(used)).toList());
    }

    /** However it was typed: small letters, blanks, no hyphen. */
    private static String hash(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        try {
            byte[] sum =
                    MessageDigest.getInstance("SHA-256")
                            .digest(plain.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            // Every Java has it.
            throw new IllegalStateException(e);
        }
    }
}
