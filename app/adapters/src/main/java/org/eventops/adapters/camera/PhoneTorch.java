package org.eventops.adapters.camera;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eventops.domain.door.camera.Torch;

/**
 * The light of a phone that is a camera by the app IP Webcam: {@code /video} gives pictures, {@code
 * /status.json} tells that there is a light, {@code /enabletorch} and {@code /disabletorch} switch
 * it.
 */
final class PhoneTorch implements Torch {
    private static final Pattern VIDEO =
            Pattern.compile("(https?://[^/]+)/(?:video|videofeed|mjpegfeed)(?:\\?.*)?");
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final String address;

    private PhoneTorch(String address) {
        this.address = address;
    }

    /** Empty where no such phone answers, or it has no light. */
    static Optional<PhoneTorch> of(String source) {
        Matcher video = VIDEO.matcher(source.strip());
        if (!video.matches()) {
            return Optional.empty();
        }
        PhoneTorch torch = new PhoneTorch(video.group(1));
        try {
            return torch.get("/status.json").contains("\"torch\"")
                    ? Optional.of(torch)
                    : Optional.empty();
        } catch (IOException e) {
            // Another kind of camera, or none: then there is no light to offer.
            return Optional.empty();
        }
    }

    @Override
    public void shine(boolean on) throws IOException {
        get(on ? "/enabletorch" : "/disabletorch");
    }

    private String get(String path) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE).build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IOException(path + " " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
