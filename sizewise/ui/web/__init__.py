"""What stands between the network and the screen: who asks, cookies, headers, sockets."""
