package org.eventops.adapters.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eventops.domain.door.camera.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhoneTorchTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer phone;
    private String status = "{\"video_connections\":1,\"curvals\":{\"torch\":\"off\"}}";

    @BeforeEach
    void answer() throws IOException {
        phone = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        phone.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestURI().getPath());
                    byte[] body = status.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        phone.start();
    }

    @AfterEach
    void stop() {
        phone.stop(0);
    }

    private String source() {
        return "http://127.0.0.1:" + phone.getAddress().getPort() + "/video";
    }

    @Test
    void switchesTheLightOfAPhoneThatHasOne() throws IOException {
        Torch torch = new AllCameras().torch(source()).orElseThrow();
        torch.shine(true);
        torch.shine(false);
        assertThat(asked).containsExactly("/status.json", "/enabletorch", "/disabletorch");
    }

    @Test
    void offersNoLightWhereThereIsNone() {
        status = "{\"curvals\":{}}";
        assertThat(new AllCameras().torch(source())).isEmpty();
        assertThat(new AllCameras().torch("camera:0")).isEmpty();
        assertThat(new AllCameras().torch("rtsp://127.0.0.1/video")).isEmpty();
    }

    @Test
    void saysThatThePhoneHasGone() {
        Torch torch = new AllCameras().torch(source()).orElseThrow();
        phone.stop(0);
        assertThatThrownBy(() -> torch.shine(true)).isInstanceOf(IOException.class);
    }

    @Test
    void namesCamerasAsPeopleOpenThem() {
        assertThat(SystemCameras.Listed.of(0, "/dev/video2", "HD Webcam").told().source())
                .isEqualTo("camera:2");
        assertThat(SystemCameras.Listed.of(1, "@device_pnp_x", "USB Camera").told().source())
                .isEqualTo("camera:1");
        assertThat(new AllCameras().devices())
                .allSatisfy(each -> assertThat(each.source()).matches("camera:\\d+"));
    }
}
